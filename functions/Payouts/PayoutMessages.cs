using Isthmus.Core.Reconciliation;

namespace Isthmus.Functions.Payouts;

/// <summary>Starts the flow for one payout.</summary>
/// <param name="PayoutId">Stripe's payout id: the business key.</param>
public sealed record PayoutInput(string PayoutId);

/// <summary>How a payout stands when it is read.</summary>
/// <param name="Waits">What it waits for, or null when its lines are final.</param>
/// <param name="Automatic">False for one that was made by hand: Stripe cannot say what is in it.</param>
/// <param name="Gone">How it ended without reaching the bank, or null.</param>
public sealed record PayoutReading(string? Waits, bool Automatic, string? Gone);

/// <summary>A page of a payout's lines.</summary>
/// <param name="PayoutId">The payout.</param>
/// <param name="After">Where the page before ended.</param>
public sealed record PayoutPage(string PayoutId, string? After);

/// <summary>What a page held.</summary>
/// <param name="Next">Where it ended; null when it was the last.</param>
public sealed record MatchedPage(string? Next);

/// <summary>A day of a payout whose customer payments get their fees.</summary>
public sealed record DepositDay(string PayoutId, DateOnly From);

/// <summary>What was done of a day.</summary>
/// <param name="Next">The day to go on with; null when all are done.</param>
/// <param name="Written">How many customer payments were changed.</param>
public sealed record DepositsWritten(DateOnly? Next, int Written);

/// <summary>Starts the flow for one line that was left open.</summary>
/// <param name="PayoutId">The payout.</param>
/// <param name="LineId">Stripe's balance transaction id: the business key.</param>
/// <param name="Last">True when it has waited long enough for a run that is still on its way to book it.</param>
public sealed record PayoutLineInput(string PayoutId, string LineId, bool Last = false);

/// <summary>What came of a line.</summary>
/// <param name="Outcome">A line for people.</param>
/// <param name="Waits">What it waits for, or null.</param>
public sealed record MatchedLine(string Outcome, string? Waits);

/// <summary>Starts the proof of a day.</summary>
/// <param name="Day">The day, on the calendar of UTC.</param>
/// <param name="Last">True when it has waited long enough for what is still under way.</param>
public sealed record ProofInput(DateOnly Day, bool Last = false);

/// <summary>What came of a day's proof.</summary>
/// <param name="Outcome">A line for people.</param>
/// <param name="Waits">What it waits for, or null.</param>
public sealed record ProvedDay(string Outcome, string? Waits);

/// <summary>How a payout came out.</summary>
public sealed record PayoutVerdict(PayoutState State, string Note);
