namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>
/// What a column holds. Every date and time is text in Sage; only numbers lack the $ that BOI puts on text
/// columns.
/// </summary>
internal enum ColumnType { Text, Number, Date, Time, Flag }
