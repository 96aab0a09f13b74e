namespace Isthmus.Connectors.Options;

/// <summary>One thing that is wrong with the configuration.</summary>
/// <param name="Name">The setting, by its full configuration path.</param>
/// <param name="Value">What it holds; never the value of a secret.</param>
/// <param name="Cure">What to write instead.</param>
public sealed record OptionsProblem(string Name, string Value, string Cure)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} = {Value}: {Cure}";
}
