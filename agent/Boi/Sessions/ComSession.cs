using Isthmus.Agent.Business;

namespace Isthmus.Agent.Boi;

/// <summary>
/// A session of one company on its own thread. Its graph is opened when it is first needed, thrown away when it broke, and
/// replaced when it is old.
/// </summary>
internal sealed class ComSession(
    string company, SageHostOptions options, BoiCatalogue catalogue, Func<SessionGraph> open, TimeProvider time)
    : IBusinessSession, IDisposable
{
    private readonly Dictionary<string, ObjectDictionary> dictionaries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LateObject> services = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (LateObject Bus, LateObject? Lines)> clean = new(StringComparer.Ordinal);
    private SessionGraph? graph;

    public string Company => company;

    public ObjectDictionary? Describe(string name)
    {
        if (catalogue.Find(name) is not { } known) return null;
        if (dictionaries.TryGetValue(name, out var described)) return described;
        return dictionaries[name] = HostDictionary.Of(known, options.Release, Reader);
    }

    public IBusinessService? Service(string name) => Find(name);

    public IBusinessObject? Object(string name)
    {
        if (catalogue.Find(name) is not { Writable: true } known) return null;
        var described = Describe(name)!;
        Graph();
        if (!clean.Remove(name, out var parts)) parts = Fresh(known);
        return new ComObject(this, known, described, parts.Bus, parts.Lines);
    }

    public RowPage Query(RowQuery query) => new ComQuery(Find(query.Object)!, Describe(query.Object)!).Run(query);

    public string? NextNumber(string name) => catalogue.Find(name) is { NextNumber.Length: > 0 } known ? TakeNumber(known) : null;

    /// <summary>The service of an object, for as long as the call lasts.</summary>
    public ComService? Find(string name) => catalogue.Find(name) is { } known
        ? new ComService(this, known, Describe(name)!, () => Reader(known, known.Service)) : null;

    /// <summary>Has the session stand in an object's module and task, where it may have left them for another's.</summary>
    public void Enter(BoiObject known) => Graph().Enter(known, known.Bus);

    /// <summary>A reading object, one of each kind.</summary>
    public LateObject Reader(BoiObject known, string name)
    {
        var there = Graph();
        return services.TryGetValue(name, out var service) ? service : services[name] = there.Open(known, name);
    }

    /// <summary>
    /// Takes back an object whose record was stored: it can serve for the next. Any other is let go of, and with it its lock.
    /// </summary>
    public void Return(BoiObject known, LateObject bus, LateObject? lines, bool isClean)
    {
        if (graph is not { IsBroken: false } whole) return;
        if (isClean) clean[known.Object] = (bus, lines);
        else whole.Release(lines is null ? [bus] : [lines, bus]);
    }

    /// <summary>After each call: no object is kept that holds data files open.</summary>
    public void LetGo()
    {
        graph?.Release(services.Values);
        graph?.Release(clean.Values.SelectMany(parts => parts.Lines is { } lines ? new[] { lines, parts.Bus } : [parts.Bus]));
        services.Clear();
        clean.Clear();
        if (graph is { } there && (there.IsBroken || IsOld(there))) Close();
    }

    public void Dispose() => Close();

    private bool IsOld(SessionGraph there) => time.GetUtcNow() - there.MadeAt >= TimeSpan.FromHours(options.SessionHours);

    /// <summary>The graph in use; a fresh one in place of one that broke.</summary>
    private SessionGraph Graph()
    {
        if (graph is { IsBroken: true }) Close();
        return graph ??= open();
    }

    private void Close()
    {
        services.Clear();
        clean.Clear();
        dictionaries.Clear();
        graph?.Dispose();
        graph = null;
    }

    private (LateObject Bus, LateObject? Lines) Fresh(BoiObject known)
    {
        var bus = Graph().Open(known, known.Bus);
        return (bus, known.Lines is not null && bus.Child("oLines") is { } lines ? graph!.Keep(lines) : null);
    }

    private string TakeNumber(BoiObject known)
    {
        var bus = Graph().Open(known, known.Bus);
        try
        {
            object[] given = [""];
            return bus.CallByReference(known.NextNumber, given, 0) != 0 ? LateValues.Text(given[0])
                : throw new RefusedObjectException(new BoiError(known.Bus, null, null, bus.LastError));
        }
        finally
        {
            graph!.Release([bus]);
        }
    }
}
