namespace Isthmus.Embedded.Hosting.Logging;

/// <summary>Collects the named values of a message and of the scopes around it, masked; the innermost wins.</summary>
internal sealed class LogFields
{
    private const string Template = "{OriginalFormat}";

    /// <summary>What names the run, the most telling first.</summary>
    private static readonly string[] RunNames = ["RunId", "InstanceId"];

    private readonly Dictionary<string, object?> all = [];

    public IReadOnlyDictionary<string, object?> All => all;

    public string? Run => RunNames.Select(name => all.GetValueOrDefault(name) as string).FirstOrDefault(id => id is not null);

    public void Add(object? state)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> values) return;
        foreach (var (name, value) in values) if (name != Template) all[name] = Harmless(value);
    }

    private static object? Harmless(object? value) => value switch
    {
        null or bool or int or long or double => value,
        _ => Masking.Apply(value.ToString() ?? ""),
    };
}
