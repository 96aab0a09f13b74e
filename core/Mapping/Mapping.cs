using System.Text.Json;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping;

/// <summary>One mapping document, compiled. Immutable; may be used by many threads at once.</summary>
public sealed class Mapping
{
    [ThreadStatic]
    private static MappingRun? _idle;

    private readonly ObjectPlan _plan;
    private readonly DeclaredNames _names;

    internal Mapping(MappingInfo info, ObjectPlan plan, DeclaredNames names) => (Info, _plan, _names) = (info, plan, names);

    /// <summary>Name, version and purpose.</summary>
    public MappingInfo Info { get; }

    /// <summary>The document's name.</summary>
    public string Name => Info.Name;

    /// <summary>Declared version and short hash of the content. A run records it.</summary>
    public string Version => Info.Version;

    /// <summary>Makes the target record, or collects everything that is wrong with the source.</summary>
    public MappingResult Apply(JsonElement source, MappingContext context) => Run(source, context, null);

    /// <summary>As <see cref="Apply"/>, and says for each field which source fields and which operation made it.</summary>
    public MappingExplanation Explain(JsonElement source, MappingContext context)
    {
        var trace = new LineageTrace();
        return new(Run(source, context, trace), trace.Fields);
    }

    private void Emit(MappingRun run)
    {
        try
        {
            _plan.Emit(run);
        }
        catch (Exception broken) when (BrokenValue.Describe(broken) is { } message)
        {
            run.Problem("", null, message, "Correct it in the source.");
        }
    }

    private MappingResult Run(JsonElement source, MappingContext context, LineageTrace? trace)
    {
        if (context.Variables.Keys.FirstOrDefault(name => !_names.Variables.ContainsKey(name)) is { } unknown)
            throw new ArgumentException($"The mapping {Name} declares no variable '{unknown}'.", nameof(context));
        var run = _idle ?? new MappingRun();
        _idle = null;
        run.Begin(source, context, _names, trace);
        run.Out.Begin(null, array: false);
        Emit(run);
        run.Out.Open();
        run.Out.End();
        var result = new MappingResult(run.Problems.Count == 0 ? run.Out.Finish() : default, run.Problems, run.Warnings, Version);
        run.Clear();
        _idle = run;
        return result;
    }
}
