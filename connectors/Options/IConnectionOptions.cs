namespace Isthmus.Connectors.Options;

/// <summary>The configuration of one connection.</summary>
public interface IConnectionOptions
{
    /// <summary>The connection's id: stripe, zoho-inventory, sage-100.</summary>
    string Connection { get; }

    /// <summary>Everything that is wrong with it; empty when it can be used.</summary>
    IReadOnlyList<OptionsProblem> Validate();
}
