using System.Globalization;

namespace Isthmus.Connectors.Options;

/// <summary>Collects every problem of one section; a check adds at most one and never stops the next.</summary>
internal sealed class OptionsProblems(string section)
{
    private readonly List<OptionsProblem> found = [];

    public IReadOnlyList<OptionsProblem> Found => found;

    public OptionsProblems Add(string name, object? value, string cure)
    {
        found.Add(new OptionsProblem(PathOf(name), Shown(value), cure));
        return this;
    }

    public OptionsProblems Unless(bool good, string name, object? value, string cure) => good ? this : Add(name, value, cure);

    public OptionsProblems Between<T>(string name, T value, T least, T most) where T : IComparable<T> => Unless(
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0,
        name, value, $"Give a value from {Shown(least)} to {Shown(most)}.");

    public OptionsProblems Present(string name, string? value, string cure) =>
        Unless(!string.IsNullOrWhiteSpace(value), name, value, cure);

    /// <summary>An absolute address; plain http only on this machine.</summary>
    public OptionsProblems Address(string name, Uri? value) => Unless(
        value is { IsAbsoluteUri: true, UserInfo.Length: 0, Query.Length: 0 }
            && (value.Scheme == Uri.UriSchemeHttps || (value.Scheme == Uri.UriSchemeHttp && value.IsLoopback)),
        name, value is { UserInfo.Length: > 0 } ? "(not shown)" : value,
        "Give an https:// address without user name and query; http:// is for this machine only.");

    /// <summary>The name of a secret in the vault. What looks like a value is refused and not shown.</summary>
    public OptionsProblems Secret(string name, string? value) => string.IsNullOrWhiteSpace(value)
        ? Add(name, value, "Give the name of a secret in the vault.")
        : Unless(SecretNames.IsName(value), name, "(not shown)",
            "Give the name of a secret in the vault (letters, digits, hyphens), not its value: ./run secret set NAME stores that.");

    public OptionsProblems Under(string name, Action<OptionsProblems> checks)
    {
        var nested = new OptionsProblems(PathOf(name));
        checks(nested);
        found.AddRange(nested.Found);
        return this;
    }

    private string PathOf(string name) => section.Length == 0 ? name : $"{section}:{name}";

    private static string Shown(object? value) => value switch
    {
        null or "" => "(empty)",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "(empty)",
    };
}
