using System.Text.RegularExpressions;

namespace Isthmus.Connectors.Options;

/// <summary>Tells the name of a secret from a secret.</summary>
internal static partial class SecretNames
{
    public static bool IsName(string text) => Name().IsMatch(text) && !Value().IsMatch(text);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,126}$")]
    private static partial Regex Name();

    /// <summary>Long runs of letters and digits without a hyphen are values, not names.</summary>
    [GeneratedRegex("[A-Za-z0-9]{32,}")]
    private static partial Regex Value();
}
