namespace Isthmus.Functions.Webhooks;

/// <summary>Tells ids that a vendor gives from whatever else an event may hold in their place.</summary>
internal static class EventIds
{
    private const int Longest = 80;

    /// <summary>True for letters, digits and underscores: an instance id can be made of it.</summary>
    public static bool Usable(string? id) =>
        id is { Length: > 0 and <= Longest } && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
