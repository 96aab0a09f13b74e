using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Http;

/// <summary>What the gate says to calls that may not go on.</summary>
internal static class Refusals
{
    private const string Cure =
        "Nothing to do: it goes on by itself. If it happens often, spread the load or raise the limits of the connection.";

    public static Refusal Full(string connection, string operation, TimeSpan wait, string code) => Refusal.Final(new Failure(
        FailureClass.Throttled, connection, operation, code, "The connection's own limit of calls is used up.", Cure)
    { RetryAfter = wait });

    public static Refusal TurnLater(string connection, string operation, TimeSpan wait) => Refusal.Final(new Failure(
        FailureClass.Throttled, connection, operation, Failure.TurnLater,
        "Many others wait for the connection; its turn comes later.", Cure)
    { RetryAfter = wait });
}
