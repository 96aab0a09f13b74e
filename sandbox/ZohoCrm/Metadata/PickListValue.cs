namespace Isthmus.Sandbox.ZohoCrm.Metadata;

/// <summary>One choice: what people see, and what the record stores. They may differ.</summary>
internal sealed record PickListValue(string DisplayValue, string ActualValue)
{
    public long Id(CrmField field) => MetaId.Of("pick", field.Module, field.ApiName, ActualValue);
}
