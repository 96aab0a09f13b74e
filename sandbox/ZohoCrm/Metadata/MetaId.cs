namespace Isthmus.Sandbox.ZohoCrm.Metadata;

/// <summary>Ids of modules, fields, layouts and users: 19 digits, the same for the same name in every run.</summary>
internal static class MetaId
{
    public const long First = 5_900_000_000_000_000_000;

    /// <summary>Below the ids of records, so that neither is mistaken for the other.</summary>
    public const long Span = 1_000_000_000_000;

    public static long Of(params ReadOnlySpan<string> names)
    {
        var hash = 14695981039346656037UL;
        foreach (var name in names)
        {
            foreach (var letter in name) hash = (hash ^ letter) * 1099511628211UL;
            hash = (hash ^ '/') * 1099511628211UL;
        }
        return First + (long)(hash % Span);
    }
}
