using Isthmus.Connectors.Options;

namespace Isthmus.Functions.Purchasing;

/// <summary>Checks what a company configured about purchases; the app refuses to start with what it cannot mean.</summary>
internal static class PurchasingRules
{
    private const string Section = "Isthmus:Purchasing";

    /// <exception cref="InvalidOptionsException">Something is wrong; it lists everything.</exception>
    public static void Require(PurchasingOptions rules)
    {
        var problems = Check(rules).ToList();
        if (problems.Count > 0) throw new InvalidOptionsException(problems);
    }

    public static IEnumerable<OptionsProblem> Check(PurchasingOptions rules)
    {
        if (rules.Direction is not ("off" or PurchasingOptions.SageToZoho or PurchasingOptions.ZohoToSage))
            yield return new($"{Section}:{nameof(rules.Direction)}", rules.Direction, "Give sage-to-zoho, zoho-to-sage or off.");
        if (rules.NumberPrefix.Length is 0 or > 20)
            yield return new($"{Section}:{nameof(rules.NumberPrefix)}", rules.NumberPrefix, "Give 1 to 20 characters.");
        if (rules.ReceivePrefix.Length is 0 or > 20)
            yield return new($"{Section}:{nameof(rules.ReceivePrefix)}", rules.ReceivePrefix, "Give 1 to 20 characters.");
        if (rules.VendorDivision.Length != 2 || !rules.VendorDivision.All(char.IsAsciiDigit))
            yield return new($"{Section}:{nameof(rules.VendorDivision)}", rules.VendorDivision, "Give two digits; 00 without divisions.");
        if (rules.ReasonCode?.Length > 5)
            yield return new($"{Section}:{nameof(rules.ReasonCode)}", rules.ReasonCode, "Give at most 5 characters, or none.");
    }
}
