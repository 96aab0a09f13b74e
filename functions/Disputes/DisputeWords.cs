using System.Globalization;
using Isthmus.Core.Canonical;
using Isthmus.Core.Failures;

namespace Isthmus.Functions.Disputes;

/// <summary>Disputes in words for people; nothing personal is in them.</summary>
internal static class DisputeWords
{
    /// <summary>One line for the order, the invoice and the run.</summary>
    public static string Note(Dispute dispute)
    {
        var due = dispute is { WantsAnswer: true, DueBy: { } day } ? $", answer by {Day(day)}" : "";
        return $"{dispute.Key}: {dispute.Amount} {dispute.Currency} minor units ({Plain(dispute.Reason ?? "general")}), {Plain(dispute.Status)}{due}";
    }

    /// <summary>What the owner has to do.</summary>
    public static string Alert(Dispute dispute) =>
        $"{Note(dispute)}. {(dispute.Missing > 0 ? "The bank has taken the money." : "No money has moved yet.")}";

    /// <summary>The entry that the owner finds among the dead letters until the dispute is over.</summary>
    public static Failure Open(string alert) => new(
        FailureClass.Conflict, "stripe", "answer the dispute", "dispute-open", alert,
        "Answer it with evidence in Stripe's dashboard, or accept it there. This entry closes by itself when the bank has decided.");

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Plain(string word) => word.Replace('_', ' ');
}
