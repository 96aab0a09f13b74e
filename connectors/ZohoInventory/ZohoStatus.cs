using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoInventory;

/// <summary>Refusals of a status change that mean that the status is there already.</summary>
internal static class ZohoStatus
{
    public static bool AlreadyThere(Failure failure) =>
        failure.Class is FailureClass.Validation or FailureClass.Conflict
        && failure.Message.Contains("already", StringComparison.OrdinalIgnoreCase)
        && !failure.Message.Contains("void", StringComparison.OrdinalIgnoreCase);
}
