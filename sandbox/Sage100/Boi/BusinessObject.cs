using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>
/// A _bus object: the verbs of the Business Object Interface with their return codes. Nothing is stored before Write.
/// </summary>
internal abstract class BusinessObject(Company company, string name) : ColumnSetter(company)
{
    private readonly Dictionary<string, string> keyParts = new(StringComparer.Ordinal);

    private Row? finished;

    public override TableSchema Schema => Table.Schema;

    protected Table Table { get; } = company[name];

    /// <summary>Whether SetKey met a record or opened a new one.</summary>
    public bool IsNew { get; private set; }

    protected string Key { get; private set; } = "";

    /// <summary>Names one part of the key: 1 taken, 0 refused.</summary>
    public int SetKeyValue(string column, object value)
    {
        if (Schema.Find(column) is not { } part || !Schema.Keys.Contains(column)) return Refuse(column, value,
            $"{column} is not part of the key");
        var (stored, refusal) = ColumnRules.Accept(part, value, Company.Settings.Release);
        if ((refusal ?? NotOnFile(part, stored!)) is { } wrong) return Refuse(column, value, wrong);
        keyParts[column] = (string)stored!;
        return 1;
    }

    /// <summary>1 an existing record, 2 a new one, 0 refused or locked.</summary>
    public int SetKey()
    {
        foreach (var part in Schema.Keys)
            if (Schema.Find(part)!.Required && keyParts.GetValueOrDefault(part, "").Length == 0)
                return Refuse(part, "", $"The {Schema.Find(part)!.Label} is required");
        Key = TableKey.Of(Schema.Keys.Select(part => keyParts.GetValueOrDefault(part, "")));
        if (Company.Locks.Refusal(Schema, Key) is { } text) return Refuse(null, null, text);
        if (Table.Find(Key) is { } there)
        {
            Current = there.Copy();
            return 1;
        }
        if ((finished = Finished()) is not null) return 1;
        IsNew = true;
        Current = new Row(Schema);
        foreach (var (part, value) in keyParts) Current.Set(part, value);
        return OpenNew() is { } refused
            ? Refuse(Schema.Keys[^1], keyParts.GetValueOrDefault(Schema.Keys[^1], ""), refused) : 2;
    }

    /// <summary>1 stored, 0 refused, -1 stored with a warning.</summary>
    public int Write()
    {
        foreach (var column in Schema.Columns)
            if (column.Required && Current.Text(column.Name).Length == 0)
                return Refuse(column.Name, "", $"The {column.Label} is required");
        if (BeforeWrite() is { } error)
        {
            Error = error;
            return 0;
        }
        Company.Time.Stamp(Current);
        Table.Put(Current);
        return AfterWrite() is { } warning ? Warn(warning) : 1;
    }

    /// <summary>1 deleted, 0 refused.</summary>
    public int Delete()
    {
        if (BeforeDelete() is { } refusal) return Refuse(null, null, refusal);
        Table.Remove(Key);
        AfterDelete();
        return 1;
    }

    /// <summary>The row as it is stored.</summary>
    public Row Stored => finished ?? Table.Find(Key)!;

    /// <summary>Why the record that SetKey met may no longer be changed; null when it may.</summary>
    public virtual string? Closed => finished is null ? null
        : $"{Schema.KeyLabel} {TableKey.Shown(Key)} was posted and cannot be changed.";

    protected override bool IsSettable(Column column) => !Schema.Keys.Contains(column.Name);

    protected virtual string? OpenNew() => null;

    /// <summary>The record where it went after its update, when it is no longer in this table.</summary>
    protected virtual Row? Finished() => null;

    protected virtual BoiError? BeforeWrite() => null;

    protected virtual string? AfterWrite() => null;

    protected virtual string? BeforeDelete() => null;

    protected virtual void AfterDelete() { }

    private int Warn(string message)
    {
        Error = new BoiError(Schema.Bus, null, null, message);
        return -1;
    }
}
