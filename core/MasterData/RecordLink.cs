namespace Isthmus.Core.MasterData;

/// <summary>A field of a record that points to another record of the CRM.</summary>
/// <param name="Field">The field's API name: <c>Account_Name</c>.</param>
/// <param name="Flow">The name of the flow that carries the other record.</param>
/// <param name="Key">The other record's key in that flow.</param>
/// <param name="Required">False where the record may go without it and be completed later.</param>
public sealed record RecordLink(string Field, string Flow, string Key, bool Required = true);
