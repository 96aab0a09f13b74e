using Isthmus.Agent.Business;

namespace Isthmus.Agent.Boi;

/// <summary>The verb nSetValue, which headers and lines share.</summary>
internal static class ColumnSetting
{
    /// <summary>1 taken, 0 refused with an error.</summary>
    public static int Set(LateObject into, ObjectDictionary described, string bus, string name, object value, out BoiError? error)
    {
        error = null;
        if (described.Find(name) is not { } column)
            return Refuse($"The column {name} is not in the IOList of {described.Table}", out error);
        if (column.Kind == ColumnKind.Number != value is decimal)
            return Refuse(column.Kind == ColumnKind.Number ? $"{name} must be a number" : $"{name} must be text", out error);
        // What Sage would round, it is not given.
        if (value is decimal number && decimal.Round(number, column.Decimals) != number)
            return Refuse($"{name} has more than {column.Decimals} decimal(s)", out error);
        if (column.ReadOnly || described.Keys.Contains(name))
            return Equals(LateValues.Get(into, column), value) ? 1 : Refuse($"{name} is read only", out error);
        return into.Call("nSetValue", column.BoiName, LateValues.ForBoi(value)) != 0 ? 1 : Refuse(into.LastError, out error);

        int Refuse(string message, out BoiError? refused)
        {
            refused = new BoiError(bus, name, value, message);
            return 0;
        }
    }
}
