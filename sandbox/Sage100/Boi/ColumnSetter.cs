using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>The verb SetValue, which headers and lines share.</summary>
internal abstract class ColumnSetter(Company company)
{
    public abstract TableSchema Schema { get; }

    /// <summary>What the last refused verb said.</summary>
    public BoiError? Error { get; protected set; }

    protected Company Company => company;

    protected Row Current { get; set; } = null!;

    /// <summary>1 taken, 0 refused. Order matters: a column may fill others.</summary>
    public int SetValue(string name, object value)
    {
        if (Schema.Find(name) is not { } column) return Refuse(name, value,
            $"The column {name} is not in the IOList of {Schema.Table}");
        var (stored, refusal) = ColumnRules.Accept(column, value, Company.Settings.Release);
        if (refusal is not null) return Refuse(name, value, refusal);
        if (column.ReadOnly || !IsSettable(column))
            return Equals(Current[column], stored) ? 1 : Refuse(name, value, $"{column.Label} is read only");
        if (NotOnFile(column, stored!) is { } missing) return Refuse(name, value, missing);
        if (BeforeSet(column, stored!) is { } wrong) return Refuse(name, value, wrong);
        Current.Set(name, stored!);
        AfterSet(column);
        return 1;
    }

    /// <summary>Whether a column may be changed at this moment.</summary>
    protected virtual bool IsSettable(Column column) => true;

    protected virtual string? BeforeSet(Column column, object value) => null;

    protected virtual void AfterSet(Column column) { }

    protected int Refuse(string? column, object? value, string message)
    {
        Error = new BoiError(Schema.Bus, column, value, message);
        return 0;
    }

    protected string? NotOnFile(Column column, object value)
    {
        if (value is not string { Length: > 0 } text) return null;
        if (column.Lookup is { } lookup)
        {
            var table = Company[lookup];
            if (table.Find(text) is null) return $"{table.Schema.KeyLabel} {text} is not on file.";
        }
        return Company.Settings.ZipCheck && column.Name.EndsWith("ZipCode", StringComparison.Ordinal)
            && Company[ZipCodeSchema.Object].Find(text) is null ? $"ZIP Code {text} is not on file." : null;
    }
}
