using System.Globalization;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>Where a look stands: first in the rows themselves, then in each of the traces that their documents leave.</summary>
/// <param name="Stage">0 for the rows themselves, 1 for the first trace.</param>
/// <param name="After">The agent's own mark in that stage; null at its beginning.</param>
internal readonly record struct SageCursor(int Stage, string? After)
{
    public static SageCursor Read(string? text)
    {
        if (text is null) return default;
        var cut = text.IndexOf('|');
        return new(int.Parse(text[..cut], CultureInfo.InvariantCulture), text[(cut + 1)..] is { Length: > 0 } after ? after : null);
    }

    /// <summary>Where the next page begins; null behind the last.</summary>
    /// <param name="after">The agent's mark behind the page.</param>
    /// <param name="stages">How many stages this look has.</param>
    public string? Next(string? after, int stages) => after is not null ? Text(Stage, after)
        : Stage + 1 < stages ? Text(Stage + 1, "") : null;

    private static string Text(int stage, string after) => string.Create(CultureInfo.InvariantCulture, $"{stage}|{after}");
}
