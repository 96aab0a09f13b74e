namespace Isthmus.Core.Matching;

/// <summary>A record as it is compared; made by <see cref="MatchSchema.Record"/>.</summary>
/// <param name="Id">What it is known by.</param>
/// <param name="Values">Its values in the order of the schema's fields, made alike by <see cref="MatchText"/>; empty where it has none.</param>
public sealed record MatchRecord(string Id, IReadOnlyList<string> Values);
