namespace Isthmus.Core.Mapping.Running;

/// <summary>What a document declares under <c>variables</c> (with defaults) and <c>values</c> (computed at first use).</summary>
internal sealed record DeclaredNames(
    IReadOnlyDictionary<string, string?> Variables, IReadOnlyDictionary<string, FieldReader> Computed)
{
    public static DeclaredNames None { get; } = new(new Dictionary<string, string?>(), new Dictionary<string, FieldReader>());
}
