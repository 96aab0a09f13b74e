using System.Text.Json;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Webhooks;

/// <summary>Ids that events name: of anything else no instance is made.</summary>
internal static class EventIds
{
    private const int Longest = 80;

    /// <summary>True for letters, digits and underscores: an instance id can be made of it.</summary>
    public static bool Usable(string? id) =>
        id is { Length: > 0 and <= Longest } && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>The usable id that a record names: a text, or a whole number (Zoho's ids come as either); null where there is none.</summary>
    public static string? FindId(this JsonElement record, string name) =>
        record.FindText(name) is { } id && Usable(id)
            && (record.GetProperty(name).ValueKind == JsonValueKind.String || id.All(char.IsAsciiDigit)) ? id : null;
}
