using System.Text.RegularExpressions;

namespace Isthmus.Embedded.Tests.Model.Tables;

/// <summary>Which ETag stands for which version of the model: each for one, learnt where they first meet in two texts.</summary>
internal sealed partial class Versions
{
    private const string NeverGiven = "W/\"datetime'2000-01-01T00%3A00%3A00.0000000Z'\"";

    private readonly Dictionary<string, string> etags = [];
    private readonly Dictionary<string, string> numbers = [];

    public int[] Known => [.. etags.Keys.Select(int.Parse)];

    public static string Token(object version) => $"⟨{version}⟩";

    public string ETagOf(int version) => etags.GetValueOrDefault($"{version}", NeverGiven);

    /// <summary>The actual text with versions in place of ETags.</summary>
    public string Learn(string expected, string actual)
    {
        var wanted = Tokens().Matches(expected).Select(match => match.Groups[1].Value).ToList();
        var at = 0;
        return Tokens().Replace(actual, match => Token(NumberOf(match.Groups[1].Value, at < wanted.Count ? wanted[at++] : "none")));
    }

    private string NumberOf(string etag, string version)
    {
        if (!etag.StartsWith('W')) return etag;
        if (numbers.TryGetValue(etag, out var known)) return known;
        if (version.Length < 4 || !etags.TryAdd(version, etag)) return etag;
        return numbers[etag] = version;
    }

    [GeneratedRegex("⟨([^⟩]*)⟩")]
    private static partial Regex Tokens();
}
