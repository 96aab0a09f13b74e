using Isthmus.Connectors.ZohoCrm;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>The user who acts for us in the CRM: asked for once, and again when Zoho did not say.</summary>
internal sealed class CrmOwnUser(ZohoCrmClient crm)
{
    private volatile string? id;

    public async Task<string?> IdAsync(CancellationToken cancellation) => id ??= await crm.GetUserIdAsync(cancellation);
}
