using Record = System.Collections.Generic.Dictionary<string, object>;

namespace Isthmus.Agent.Tests.Boi.Fake;

/// <summary>A _bus or _svc object, or the oLines of one.</summary>
internal sealed class FakeObject : FakeMember
{
    private readonly FakeSage sage;
    private readonly FakeFile file;
    private readonly string name;
    private readonly Record key = [];
    private readonly FakeObject? lines;
    private readonly List<Record> pending = [];
    private List<Record> browsed = [];
    private Record current = [];
    private int at;

    public FakeObject(FakeSage sage, string name, FakeFile? file = null) : base(name)
    {
        (this.sage, this.name, this.file) = (sage, name, file ?? sage.Files[name]);
        if (name == "SO_SalesOrder_bus") lines = new FakeObject(sage, "oLines", sage.Files["SO_SalesOrderDetail"]);
    }

    public object? oLines => lines is null ? null : sage.Keep(lines);

    public string sGetColumns => string.Join('Š', file.Columns);

    public int nSetKeyValue(string column, string value)
    {
        key[column] = value;
        return sage.Call(this, "nSetKeyValue", column, value);
    }

    public int nSetKey()
    {
        if (sage.Call(this, "nSetKey") == 0) return 0;
        var found = file.Rows.TryGetValue(file.KeyOf(key), out var record);
        current = found ? new Record(record!) : new Record(key);
        if (lines is not null) lines.Begin(current);
        return found ? 1 : 2;
    }

    public int nFind()
    {
        sage.Call(this, "nFind");
        browsed = [.. file.Rows.Values];
        at = browsed.FindIndex(record => file.KeyOf(record) == file.KeyOf(key));
        return at < 0 ? 0 : 1;
    }

    public int nSetValue(string column, string value) => Set(column, value);

    public int nSetValue(string column, double value) => Set(column, value);

    public int nGetValue(string column, ref object value)
    {
        if (Standing.TryGetValue(column, out var held)) value = held;
        return 1;
    }

    public int nAddLine()
    {
        if (sage.Call(this, "nAddLine") == 0) return 0;
        current = new Record { ["SalesOrderNo$"] = key["SalesOrderNo$"], ["LineKey$"] = $"{pending.Count + 1:D6}" };
        browsed = [];
        return 2;
    }

    public int nWrite()
    {
        var done = sage.Call(this, "nWrite");
        if (done == 0) return 0;
        if (name == "oLines") Take();
        else
        {
            file.Put(current);
            lines?.Store();
        }
        return done;
    }

    public int nDelete() => file.Keys.Count > 1 ? throw new MissingMethodException(name, "nDelete")
        : sage.Call(this, "nDelete") == 0 || !file.Rows.Remove(file.KeyOf(key)) ? 0 : 1;

    public int nSetBrowseFilter(string prefix)
    {
        browsed = [.. file.Rows.Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(row => row.Value)];
        return 1;
    }

    public int nMoveFirst()
    {
        if (name == "oLines") browsed = pending;
        else if (!name.Contains("Detail", StringComparison.Ordinal)) browsed = [.. file.Rows.Values];
        at = 0;
        return browsed.Count > 0 ? 1 : 0;
    }

    public int nMoveNext()
    {
        at++;
        return at < browsed.Count ? 1 : 0;
    }

    public int nEOF() => at < browsed.Count ? 0 : 1;

    public int nGetNextSalesOrderNo(ref object number)
    {
        number = $"{sage.Call(this, "nGetNextSalesOrderNo") + 4182:D7}";
        return 1;
    }

    public int nGetResultSets(string columns, string keys, ref object data, ref object found, string filter, string begin, string end)
    {
        sage.Call(this, "nGetResultSets", filter);
        data = string.Concat(file.Rows.Values.Where(record => FakeFilter.Fits(record, filter))
            .Select(record => string.Join('\u001f', columns.Split("+CHR(31)+").Select(column => record.GetValueOrDefault(column, ""))) + 'Š'));
        return 1;
    }

    private Record Standing => browsed.Count > 0 ? browsed[at] : current;

    private int Set(string column, object value)
    {
        if (sage.Call(this, "nSetValue", column, value) == 0) return 0;
        if (!file.Columns.Contains(column)) return Say($"The column {column} is not in the IOList", 0);
        Standing[column] = value;
        return 1;
    }

    private void Begin(Record header)
    {
        key["SalesOrderNo$"] = header["SalesOrderNo$"];
        pending.Clear();
        pending.AddRange(file.Rows.Values.Where(line => line["SalesOrderNo$"].Equals(header["SalesOrderNo$"])));
        browsed = [];
    }

    private void Take()
    {
        if (!pending.Contains(Standing)) pending.Add(Standing);
    }

    private void Store()
    {
        foreach (var line in pending) file.Put(line);
    }
}
