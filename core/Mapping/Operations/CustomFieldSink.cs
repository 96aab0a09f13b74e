using System.Text.Json;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary>Writes custom fields within a system's limits: length of names and values, how many.</summary>
internal sealed class CustomFieldSink
{
    private readonly int _maxName;
    private readonly int _maxCount;
    private readonly LengthLimit? _limit;
    private readonly JsonEncodedText? _nameMember;
    private readonly JsonEncodedText _valueMember;
    private readonly JsonEncodedText? _idMember;
    private readonly string? _ids;

    private CustomFieldSink(DocumentNode field, CompileScope scope, bool asList)
    {
        _maxName = field.Whole("maxName") ?? int.MaxValue;
        _maxCount = field.Whole("maxCount") ?? int.MaxValue;
        _limit = LengthLimit.Compile(field, scope);
        if (!asList)
            return;
        _nameMember = JsonText.Name(field.Text("nameMember") ?? "api_name");
        _valueMember = JsonText.Name(field.Text("valueMember") ?? "value");
        _ids = field.Text("ids");
        _idMember = JsonText.Name(field.Text("idMember") ?? "customfield_id");
        if (_ids is not null && !scope.IsRunTimeTable(_ids))
            field.Wrong("ids", _ids, "The document declares no such run-time table.", "Add it under 'lookups'.");
    }

    public static CustomFieldSink Members(DocumentNode field, CompileScope scope) => new(field, scope, asList: false);

    public static CustomFieldSink List(DocumentNode field, CompileScope scope) => new(field, scope, asList: true);

    /// <summary>Writes one, unless one of that name was written; the first section wins.</summary>
    public void Add(MappingRun run, FieldTarget target, HashSet<string> seen, string name, Value value)
    {
        if (seen.Contains(name))
            return;
        if (name.Length > _maxName || seen.Count >= _maxCount)
        {
            run.Warning(name, null, $"The target holds {_maxCount} custom fields with names up to {_maxName} characters.",
                "It was left out.");
            return;
        }
        var text = new Value(value.AsText());
        var fitted = (_limit?.Apply(run, text, null) ?? text).Text;
        if (string.IsNullOrEmpty(fitted))
            return;
        seen.Add(name);
        run.Trace?.Made(run, target.Path.Length == 0 ? name : $"{target.Path}.{name}", fitted, false);
        if (_nameMember is null)
            run.Out.Property(name).WriteStringValue(fitted);
        else
            WriteElement(run, name, fitted);
    }

    private void WriteElement(MappingRun run, string name, string value)
    {
        var json = run.Out.Open();
        json.WriteStartObject();
        if (_ids is not null && run.Context.Lookups.TryGetValue(_ids, out var ids) && ids.TryGetValue(name, out var id))
            json.WriteString(_idMember!.Value, id);
        else
            json.WriteString(_nameMember!.Value, name);
        json.WriteString(_valueMember, value);
        json.WriteEndObject();
    }
}
