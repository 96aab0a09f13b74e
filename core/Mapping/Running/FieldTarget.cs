namespace Isthmus.Core.Mapping.Running;

/// <summary>What a field is called and how carefully it must be shown.</summary>
internal sealed record FieldTarget(string Path, string Operation, bool Personal)
{
    public static FieldTarget None { get; } = new("", "", false);
}
