namespace Isthmus.Core.Canonical;

/// <summary>An amount of money: whole minor units of an ISO 4217 currency. Never a binary float.</summary>
/// <param name="Minor">Minor units: cents for EUR, yen for JPY, fils for KWD.</param>
/// <param name="Currency">Upper-case ISO 4217 code.</param>
public readonly record struct Money(long Minor, string Currency);
