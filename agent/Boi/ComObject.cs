using Isthmus.Agent.Business;

namespace Isthmus.Agent.Boi;

/// <summary>A _bus object at work on one record.</summary>
internal sealed class ComObject(
    ComSession session, BoiObject known, ObjectDictionary described, LateObject bus, LateObject? lines) : IBusinessObject
{
    private readonly Dictionary<string, string> key = new(StringComparer.Ordinal);
    private ComRow? finished;
    private bool isClean = true;
    private bool wrote;

    public string Bus => known.Bus;

    public BoiError? Error { get; private set; }

    public bool IsNew { get; private set; }

    public bool HasLines => lines is not null;

    /// <summary>Read by the service, under the key as Sage keeps it.</summary>
    public IBusinessRow? Stored
    {
        get
        {
            try { return finished ?? Found(session.Find(known.Object)!, part => key[part]); }
            catch (UnknownVerbException unknown) when (wrote)
            {
                // It was stored, and nothing can be said of it: that is not the same as refused.
                throw new BrokenSessionException(unknown.Message, unknown);
            }
        }
    }

    public string? Closed => finished is not null || PostedDate.Length > 0
        ? $"{known.KeyLabel} {Shown} was posted and cannot be changed." : null;

    private string Shown => string.Join('-', described.Keys.Select(part => key[part]));

    private string PostedDate => described.Find("PostedDate") is null ? "" : LateValues.GetText(bus, "PostedDate");

    public int SetKeyValue(string column, object value)
    {
        isClean = false;
        if (!described.Keys.Contains(column)) return Refuse(column, value, $"{column} is not part of the key");
        if (value is not string) return Refuse(column, value, $"{column} must be text");
        if (bus.Call("nSetKeyValue", column + "$", value) == 0) return Refuse(column, value, bus.LastError);
        key[column] = LateValues.Text(value);
        return 1;
    }

    public int SetKey()
    {
        session.Enter(known);
        var met = bus.Call("nSetKey");
        if (met == 0) return Refuse(null, null, bus.LastError);
        IsNew = met != 1;
        foreach (var part in described.Keys)
            if (LateValues.GetText(bus, part) is { Length: > 0 } kept) key[part] = kept;
        if (!IsNew) return 1;
        if (known.Finished.Length > 0 && (finished = Past(known.Finished, whole: true)) is not null)
        {
            IsNew = false;
            return 1;
        }
        return known.History.Length > 0 && Past(known.History, whole: false) is not null
            ? Refuse(described.Keys[^1], key[described.Keys[^1]], $"{known.KeyLabel} {Shown} is in history.") : 2;
    }

    public int SetValue(string column, object value)
    {
        var set = ColumnSetting.Set(bus, described, known.Bus, column, value, out var error);
        Error = error;
        return set;
    }

    public IBusinessLine? AddLine()
    {
        // 2 on some releases, 1 on others: a fresh line either way.
        if (lines!.Call("nAddLine") >= 1) return Line();
        Refuse(null, null, lines.LastError);
        return null;
    }

    public IBusinessLine? EditLine(string lineKey)
    {
        if (lineKey.Length > 0 && StandsOn("LineKey", lineKey)) return Line();
        Error = new BoiError(lines!.Name, "LineKey", lineKey, $"Line Key {lineKey} is not on file.");
        return null;
    }

    public IBusinessLine? LineOf(string external) => !IsNew && StandsOn("UDF_EXTERNAL_LINE", external) ? Line() : AddLine();

    public int Write()
    {
        session.Enter(known);
        var written = bus.Call("nWrite");
        if (written != 1) Error = new BoiError(known.Bus, null, null, bus.LastError);
        // After a write, Sage has let go of the record.
        isClean = written != 0;
        if (written != 0) wrote = true;
        return written < 0 ? -1 : written;
    }

    public int Delete()
    {
        session.Enter(known);
        var deleted = bus.Call("nDelete");
        if (deleted == 0) Error = new BoiError(known.Bus, null, null, bus.LastError);
        isClean = deleted != 0;
        return deleted;
    }

    public void Dispose() => session.Return(known, bus, lines, isClean);

    private ComLine Line() => new(lines!, described.Lines!);

    private bool StandsOn(string column, string value) =>
        Browsing.EachOf(lines!).Any(line => LateValues.GetText(line, column) == value);

    /// <summary>
    /// What became of the record under the same key; a posted one has sequences, of which the first is the document.
    /// </summary>
    private ComRow? Past(string name, bool whole)
    {
        var past = session.Find(name)!;
        return Found(past, part => key.GetValueOrDefault(part, "000000"), whole ? null : past.Keys);
    }

    private static ComRow? Found(ComService service, Func<string, string> key, IReadOnlyList<string>? columns = null)
    {
        foreach (var part in service.Keys) service.SetKeyValue(part, key(part));
        return service.Find(columns);
    }

    private int Refuse(string? column, object? value, string message)
    {
        Error = new BoiError(known.Bus, column, value, message);
        return 0;
    }
}
