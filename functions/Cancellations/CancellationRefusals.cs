using Isthmus.Core.Failures;

namespace Isthmus.Functions.Cancellations;

/// <summary>Why an order cannot be cancelled any more, in words for people.</summary>
internal static class CancellationRefusals
{
    private const string Return =
        "Take the goods back with a sales return and a credit note, or deliver and ask for another payment; then close this entry.";

    public static FailureException Shipped(string number, string where) => Left(
        "already-shipped", where, $"Order {number} is to be cancelled, but something of it was packed or shipped already.", Return);

    public static FailureException Billed(string number, string where) => Left(
        "already-billed", where, $"Order {number} is to be cancelled, but it was billed already.",
        "Void or credit its invoice, then resubmit; or close this entry where the order is to stand.");

    public static FailureException Completed(string number) => Left(
        "already-completed", "sage-100", $"Order {number} is to be cancelled, but Sage has it completed in its history.", Return);

    public static FailureException OnItsWay() => new(new Failure(
        FailureClass.Locked, "sage-100", "cancel the order", "order-on-its-way", "The order is being written to Sage at this moment.",
        "It is tried again by itself."));

    private static FailureException Left(string code, string where, string message, string cure) =>
        new(new Failure(FailureClass.Conflict, where, "cancel the order", code, message, cure));
}
