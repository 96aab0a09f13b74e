namespace Isthmus.Sandbox.Sage100.Data;

/// <summary>A key of one or several parts as one string that sorts as the parts do.</summary>
internal static class TableKey
{
    private const char Separator = '\u0001';

    public static string Of(params IEnumerable<string> parts) => string.Join(Separator, parts);

    /// <summary>As Sage shows it: 01-ABF.</summary>
    public static string Shown(string key) => key.Replace(Separator, '-');
}
