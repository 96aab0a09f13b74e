using System.Globalization;

namespace Isthmus.Sandbox.Intacct.Data;

/// <summary>Moments as the API user sees and writes them: in its zone and its format, without an offset.</summary>
internal sealed class UserTime(IntacctSettings settings)
{
    public string Show(DateTimeOffset? moment) => moment is { } at
        ? TimeZoneInfo.ConvertTime(at, settings.Zone).DateTime.ToString($"{Day} {Clock}", CultureInfo.InvariantCulture) : "";

    /// <summary>Null when the text is no moment. An hour that comes twice is taken for its second time, standard time.</summary>
    public DateTimeOffset? Read(string text)
    {
        if (!DateTime.TryParseExact(text, [$"{Day} {Clock}", Day], CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var local)) return null;
        if (settings.Zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new DateTimeOffset(local, settings.Zone.GetUtcOffset(local));
    }

    public static DateOnly? ReadDay(string text) => DateOnly.TryParseExact(
        text, "MM/dd/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string Day => string.Join($"'{settings.DateFormat[0]}'", settings.DateFormat[1..].Select(Part));

    private string Clock => settings.Hours == 24 ? "HH':'mm':'ss" : "hh':'mm':'ss tt";

    private static string Part(char code) => code switch { 'm' => "MM", 'd' => "dd", 'y' => "yy", _ => "yyyy" };
}
