namespace Isthmus.Connectors.Checks;

/// <summary>Short ways to say how a step ended; the run fills in its name.</summary>
internal static class Step
{
    public static CheckStep Ok(string message) => new("", CheckOutcome.Ok, message);

    public static CheckStep Warning(string message, string cure) => new("", CheckOutcome.Warning, message, cure);

    public static CheckStep Failed(string message, string cure) => new("", CheckOutcome.Failed, message, cure);
}
