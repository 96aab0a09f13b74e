namespace Isthmus.Core.Mapping.Running;

/// <summary>Collects, in explain mode only, what each field read and what became of it.</summary>
internal sealed class LineageTrace
{
    private readonly List<SourceRead> _reads = [];

    public List<FieldLineage> Fields { get; } = [];

    public void Begin() => _reads.Clear();

    public void Read(string path, string? value) => _reads.Add(new(path, value));

    public void Made(MappingRun run, string path, string? value, bool defaulted) =>
        Fields.Add(new(run.TargetPath(path), run.Field.Operation, [.. _reads], run.Shown(value), defaulted));
}
