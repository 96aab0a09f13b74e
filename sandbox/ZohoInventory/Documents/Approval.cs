using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Documents;

/// <summary>submit, approve and reject. With approvals on, nothing leaves draft before it is approved.</summary>
internal static class Approval
{
    public static void RefuseUnapproved(Company company, TradeDocument document, string what)
    {
        if (company.Settings.Approvals && document.Approval != "approved")
            throw Refusal.State($"The {what} has to be approved first.");
    }

    public static Answer Submit(ApiCall call, TradeDocument document) =>
        Move(call, document, from: ["", "rejected"], to: "pending_approval", "submitted for approval");

    public static Answer Approve(ApiCall call, TradeDocument document) =>
        Move(call, document, from: ["pending_approval"], to: "approved", "approved");

    public static Answer Reject(ApiCall call, TradeDocument document) =>
        Move(call, document, from: ["pending_approval"], to: "rejected", "rejected");

    private static Answer Move(ApiCall call, TradeDocument document, string[] from, string to, string done)
    {
        if (!call.Company.Settings.Approvals) throw Refusal.State("Approvals are not enabled.");
        if (document.Approval == to) throw Refusal.State($"The transaction has already been {done}.");
        if (document.Status != "draft" || !from.Contains(document.Approval))
            throw Refusal.State($"The transaction cannot be {done}.");
        (document.Approval, document.Modified) = (to, call.Now);
        return Answer.Done($"The transaction has been {done}.");
    }
}
