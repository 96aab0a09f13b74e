using System.Globalization;

namespace Isthmus.Embedded.Hosting.Timers;

/// <summary>One field of an NCRONTAB expression as the set of its values.</summary>
internal sealed record CronField(string Name, int Least, int Most, string[] Names)
{
    public static readonly CronField Second = new("second", 0, 59, []);
    public static readonly CronField Minute = new("minute", 0, 59, []);
    public static readonly CronField Hour = new("hour", 0, 23, []);
    public static readonly CronField Day = new("day", 1, 31, []);
    public static readonly CronField Month =
        new("month", 1, 12, ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]);
    public static readonly CronField DayOfWeek = new("day of week", 0, 6, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]);

    /// <summary>The values as bits: lists of <c>*</c>, <c>a</c>, <c>a-b</c>, each with <c>/step</c> or without.</summary>
    /// <exception cref="FormatException">Says which field, what it holds and what it may hold.</exception>
    public ulong Parse(string text) => text.Split(',').Aggregate(0UL, (bits, part) => bits | ParsePart(part, text));

    private ulong ParsePart(string part, string whole)
    {
        var (range, step) = part.Split('/') switch
        {
            [var only] => (only, (int?)null),
            [var left, var right] when int.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var every) && every > 0 => (left, every),
            _ => throw Wrong(whole),
        };
        var (from, to) = range.Split('-') switch
        {
            ["*"] => (Least, Most),
            [var one] => (Value(one, whole), step is null ? Value(one, whole) : Most),
            [var first, var last] => (Value(first, whole), Value(last, whole)),
            _ => throw Wrong(whole),
        };
        if (from > to) throw Wrong(whole);
        var bits = 0UL;
        for (var value = from; value <= to; value += step ?? 1) bits |= 1UL << value;
        return bits;
    }

    private int Value(string text, string whole)
    {
        var named = text.Length < 3 ? -1 : Array.FindIndex(Names, name => text.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        if (named >= 0) return Least + named;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= Least && value <= Most
            ? value
            : throw Wrong(whole);
    }

    private FormatException Wrong(string text) => new($"the {Name} '{text}' must be made of {Least} to {Most}, such as *, {Least}, {Least}-{Most} or */2");
}
