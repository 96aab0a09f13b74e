using System.Globalization;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary><c>date</c>: a day or a moment in another form, on the calendar of the time zone that the document names.</summary>
internal static class DateOperation
{
    private static readonly Dictionary<string, string> Forms = new()
    {
        ["day"] = "yyyy-MM-dd",
        ["moment"] = "yyyy-MM-dd'T'HH:mm:sszzz",
        ["compact"] = "yyyyMMdd",
    };

    public static FieldReader Compile(DocumentNode field, CompileScope scope)
    {
        var read = CopyOperation.Compile(field, scope);
        var sources = CopyOperation.Sources(field, "from", scope);
        var input = field.Text("input") ?? "iso";
        if (input is not ("iso" or "unix" or "compact"))
            field.Wrong("input", input, "There is no such form.", "Write iso, unix (seconds) or compact (YYYYMMDD).");
        var output = field.Text("output") ?? "day";
        if (!Forms.TryGetValue(output, out var form))
            field.Wrong("output", output, "There is no such form.", Spelling.Cure(output, Forms.Keys));
        var zone = field.Text("zone") is { } text ? Zone(field, text, scope) : _ => TimeZoneInfo.Utc;
        return run =>
        {
            var value = read(run);
            if (!value.Exists)
                return value;
            if (zone(run) is { } at && TryParse(value, input, at, out var moment))
                return new Value(moment.ToString(form, CultureInfo.InvariantCulture));
            run.Problem(CopyOperation.Shown(run, sources), value.AsText(),
                $"This is not a date ({input}), or the time zone is unknown.",
                "Correct it in the source, or the zone in the configuration.");
            return Value.Failed;
        };
    }

    private static Func<MappingRun, TimeZoneInfo?> Zone(DocumentNode field, string text, CompileScope scope)
    {
        if (text.StartsWith('@'))
        {
            var path = scope.Path(field, "zone", text);
            return run => path.Read(run) is { Exists: true } name ? Find(name.AsText()) : TimeZoneInfo.Utc;
        }
        var zone = Find(text);
        if (zone is null)
            field.Wrong("zone", text, "There is no such time zone.", "Write an IANA name such as Europe/London.");
        return _ => zone;
    }

    private static TimeZoneInfo? Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    private static bool TryParse(Value value, string input, TimeZoneInfo zone, out DateTimeOffset moment)
    {
        if (input == "unix")
        {
            moment = default;
            if (!value.TryNumber(out var seconds) || seconds is < 0 or > 253402300799)
                return false;
            moment = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds((long)seconds), zone);
            return true;
        }
        var text = value.AsText();
        var day = input == "compact" ? "yyyyMMdd" : "yyyy-MM-dd";
        if (DateOnly.TryParseExact(text, day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            moment = new(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            return true;
        }
        if (input == "compact"
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment))
        {
            moment = default;
            return false;
        }
        moment = TimeZoneInfo.ConvertTime(moment, zone);
        return true;
    }
}
