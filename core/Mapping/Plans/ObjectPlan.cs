using System.Text.Json;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Plans;

/// <summary>The members of one object of the target, in the document's order.</summary>
internal sealed class ObjectPlan
{
    private readonly Dictionary<string, ObjectPlan> _objects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _leaves = new(StringComparer.Ordinal);
    private readonly List<List<Emitter>> _members = [];
    private Emitter[][] _compiled = [];

    /// <summary>Adds a field; a second one for the same name is tried when the first gives nothing.</summary>
    public bool TryAdd(string name, Emitter emitter)
    {
        if (_objects.ContainsKey(name))
            return false;
        if (_leaves.TryGetValue(name, out var place))
        {
            _members[place].Add(emitter);
            return true;
        }
        _leaves[name] = _members.Count;
        _members.Add([emitter]);
        return true;
    }

    /// <summary>Adds something that writes members of its own choice.</summary>
    public void AddSpread(Emitter emitter) => _members.Add([emitter]);

    /// <summary>
    /// The object of that name, made when it is new; null when a plain field has the name. <c>name[0]</c> is an array's
    /// element.
    /// </summary>
    public ObjectPlan? Child(string name)
    {
        if (_objects.TryGetValue(name, out var known))
            return known;
        if (_leaves.ContainsKey(name))
            return null;
        var child = _objects[name] = new();
        var bracket = name.IndexOf('[');
        var array = bracket > 0 ? ElementOf(name[..bracket]) : null;
        if (bracket > 0)
            array!._members.Add([run => child.Within(run, null, false)]);
        else
            _members.Add([Property(name, child)]);
        return child;
    }

    public void Freeze()
    {
        _compiled = [.. _members.Select(alternatives => alternatives.ToArray())];
        foreach (var child in _objects.Values)
            child.Freeze();
    }

    public bool Emit(MappingRun run)
    {
        var any = false;
        foreach (var alternatives in _compiled)
        {
            foreach (var emitter in alternatives)
            {
                if (emitter(run))
                {
                    any = true;
                    break;
                }
            }
        }
        return any;
    }

    public bool Within(MappingRun run, JsonEncodedText? name, bool array)
    {
        run.Out.Begin(name, array);
        var any = Emit(run);
        run.Out.End();
        return any;
    }

    private ObjectPlan ElementOf(string name)
    {
        var key = name + "[]";
        if (_objects.TryGetValue(key, out var array))
            return array;
        array = _objects[key] = new();
        var encoded = JsonText.Name(name);
        _members.Add([run => array.Within(run, encoded, true)]);
        return array;
    }

    private static Emitter Property(string name, ObjectPlan child)
    {
        var encoded = JsonText.Name(name);
        return run => child.Within(run, encoded, false);
    }
}
