namespace Isthmus.Connectors.ZohoCrm;

/// <summary>Which of the CRM's automations a write sets off. Zoho runs all of them when it is not told.</summary>
public enum CrmTrigger
{
    /// <summary>None.</summary>
    None,
    /// <summary>Workflow rules only.</summary>
    Workflows,
    /// <summary>Workflow rules, approvals, blueprints, cadences and orchestrations.</summary>
    All,
}
