namespace Isthmus.Connectors.Intacct;

/// <summary>A field of an object, as the company has it.</summary>
/// <param name="Id">Its name in queries.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Type">TEXT, INTEGER, BOOLEAN, DATE, TIMESTAMP, ENUM, DECIMAL, CURRENCY, PERCENT or SEQUENCE.</param>
/// <param name="Values">The values allowed, where it is a list.</param>
public sealed record IntacctField(string Id, string Label, string Type, IReadOnlyList<string> Values);
