namespace Isthmus.Fuzz;

/// <summary>Texts that programs have stumbled over.</summary>
internal static class OddTexts
{
    private static readonly string[] Known =
    [
        "", " ", "\0", "\t\r\n", "null", "true", "-1", "0", "1e400", "NaN", "-0", "9223372036854775808", "79228162514264337593543950336",
        "0x10", "1,5", "1.5.5", "2026-02-30", "9999-12-31T23:59:59.9999999+14:00", "0001-01-01T00:00:00-14:00", "1970-01-01",
        "'", "''", "\"", "\\", "/", "../../etc/passwd", "%00", "%2e%2e%2f", "%ZZ", "#", "?", "&", "=", ";", "*", "{0}", "{{7*7}}", "${jndi:x}",
        "<script>", "'; DROP TABLE x; --", "\uFEFF", "\uFFFF", "\uD800", "é", "e\u0301", "名前", "🚀", "\u202E", "İ", "ß",
        "a b", "a/b", "a\\b", "a#b", "a?b", "con", "~", "!", "!!binary x", "&a", "*a", "- -", "? :", "|", ">", "%YAML 1.1",
    ];

    public static string Any(Dice dice) => dice.Below(12) switch
    {
        0 => new string((char)(32 + dice.Below(95)), 1 + dice.Small(100_000)),
        1 => string.Concat(Enumerable.Range(0, 1 + dice.Below(8)).Select(_ => dice.One(Known))),
        2 => $"{(dice.OnceIn(2) ? "-" : "")}{dice.Below(int.MaxValue)}{dice.Below(int.MaxValue)}",
        3 => string.Concat(Enumerable.Range(0, dice.Small(60)).Select(_ => (char)dice.Below(0x10000))),
        _ => dice.One(Known),
    };
}
