using Isthmus.Sandbox.Clock;

namespace Isthmus.Sandbox.Intacct.Data;

/// <summary>One company's records.</summary>
internal sealed class Company
{
    public const string Id = "harbor-co";
    public const string User = "zsync";
    public const string Sender = "SANDBOX";
    public const string SenderPassword = "intacct-sender-secret";

    private readonly Dictionary<string, Table> tables;
    private List<Action>? undo;

    public Company(IntacctSettings settings, SandboxClock clock)
    {
        (Settings, Clock, Time) = (settings, clock, new UserTime(settings));
        tables = ObjectTypes.Create().ToDictionary(type => type.Name, type => new Table(type), StringComparer.OrdinalIgnoreCase);
        Reset();
    }

    public Lock Gate { get; } = new();

    public IntacctSettings Settings { get; }

    public SandboxClock Clock { get; }

    public UserTime Time { get; }

    /// <summary>The last record number given.</summary>
    public long LastNumber { get; private set; }

    public IEnumerable<Table> Tables => tables.Values;

    public Table this[string name] => tables[name];

    public Table? Find(string name) => tables.GetValueOrDefault(name);

    /// <summary>Moments have whole seconds.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(Clock.UnixSeconds);

    public Record New() => new(++LastNumber) { Created = Now };

    public void Resume(long lastNumber) => LastNumber = lastNumber;

    public void Put(Table table, Record record, bool created)
    {
        var before = table.Find(record.Number)?.Copy();
        undo?.Add(() => { if (before is null) table.Remove(record); else table.Put(before); });
        table.Put(record);
        Note(table, record, created ? "C" : "U");
    }

    public void Remove(Table table, Record record)
    {
        undo?.Add(() => table.Put(record));
        table.Remove(record);
        Note(table, record, "D");
    }

    /// <summary>Does all or nothing: what was done before an exception is taken back.</summary>
    public T Together<T>(Func<T> work)
    {
        undo = [];
        try { return work(); }
        catch
        {
            foreach (var step in Enumerable.Reverse(undo)) step();
            throw;
        }
        finally { undo = null; }
    }

    public void Reset()
    {
        foreach (var table in tables.Values) table.Clear();
        LastNumber = 0;
        var user = New();
        user["LOGINID"] = User;
        tables["USERINFO"].Put(user);
    }

    private void Note(Table table, Record record, string mode)
    {
        var audit = tables[ObjectTypes.Audit];
        var entry = New();
        (entry["ID"], entry["OBJECTTYPE"]) = ($"{entry.Number}", table.Type.Name.ToLowerInvariant());
        entry["OBJECTKEY"] = $"{record.Number}";
        (entry["ACCESSMODE"], entry["ACCESSTIME"], entry["USERID"]) = (mode, $"{Now.ToUnixTimeSeconds()}", "office");
        audit.Put(entry);
        undo?.Add(() => audit.Remove(entry));
    }
}
