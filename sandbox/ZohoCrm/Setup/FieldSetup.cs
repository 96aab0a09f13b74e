using System.Reflection;
using System.Text.Json;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;

namespace Isthmus.Sandbox.ZohoCrm.Setup;

/// <summary>Puts the organisation's own fields and modules in place: of the shipped files, of controls, of the API.</summary>
internal static class FieldSetup
{
    private const string Resource = "ZohoCrm.Fields.";
    private const int MostUnique = 2;

    /// <summary>The standard modules and the fields of every shipped file.</summary>
    public static void Start(Org org)
    {
        foreach (var module in StandardModules.All()) org.Add(module);
        ShowStages(org);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Resource)).Order(StringComparer.Ordinal))
            foreach (var definition in Read(assembly, name)) Define(org, definition);
    }

    /// <summary>The stages of all pipelines as the choices of a deal's fields.</summary>
    public static void ShowStages(Org org)
    {
        var deals = org.Find("Deals")!;
        deals.Field("Pipeline").PickList = [.. org.Pipelines.Select(pipeline =>
            new PickListValue(pipeline.DisplayValue, pipeline.DisplayValue))];
        deals.Field("Stage").PickList = [.. org.Pipelines.SelectMany(pipeline => pipeline.Stages)
            .Select(stage => new PickListValue(stage.DisplayValue, stage.ActualValue)).Distinct()];
    }

    /// <exception cref="ArgumentException">The type is unknown, or the module has its two unique fields.</exception>
    public static CrmField? Define(Org org, FieldDefinition definition)
    {
        var module = org.Find(definition.Module);
        if (module is null) org.Add(module = StandardModules.Custom(definition.Module));
        var existing = module.Find(definition.ApiName);
        if (definition.Delete)
        {
            if (existing is not null) module.Remove(existing);
            return null;
        }
        if (existing is not null) return Change(existing, definition);
        var type = FieldTypes.Find(definition.DataType)
            ?? throw new ArgumentException($"data_type '{definition.DataType}' is not known.");
        if (type == FieldType.Lookup && (definition.Lookup is null || org.Find(definition.Lookup) is null))
            throw new ArgumentException($"{definition.Module}.{definition.ApiName} looks up no module that is known.");
        if (definition.Unique && module.Fields.Count(field => field.IsUnique) >= MostUnique)
            throw new ArgumentException($"{definition.Module} has its {MostUnique} unique fields.");
        if (type == FieldType.Subform) AddRows(org, definition);
        var field = Make(module, definition, type);
        module.Add(field);
        return field;
    }

    private static CrmField Change(CrmField field, FieldDefinition definition)
    {
        if (definition.Length is { } length) field.Length = length;
        if (definition.PickListValues is not null) field.PickList = definition.Choices();
        field.IsMandatory = definition.Required || (field.IsMandatory && !field.IsCustom);
        return field;
    }

    private static CrmField Make(CrmModule module, FieldDefinition definition, FieldType type) => new()
    {
        Module = module.ApiName,
        ApiName = definition.ApiName,
        Type = type,
        Slot = module.NextSlot(),
        Label = definition.Label ?? definition.ApiName.Replace('_', ' '),
        Length = definition.Length ?? type.DefaultLength(),
        IsMandatory = definition.Required,
        IsReadOnly = definition.ReadOnly || type == FieldType.AutoNumber,
        IsCustom = true,
        IsUnique = definition.Unique,
        External = definition.External,
        Target = type == FieldType.Subform ? definition.ApiName : definition.Lookup,
        PickList = definition.Choices(),
    };

    private static void AddRows(Org org, FieldDefinition definition)
    {
        org.Add(StandardModules.Rows(definition.ApiName, definition.ApiName.Replace('_', ' '), definition.Module, ""));
        foreach (var field in definition.Fields ?? []) Define(org, field with { Module = definition.ApiName });
    }

    private static FieldDefinition[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        try { return JsonSerializer.Deserialize<FieldDefinition[]>(stream) ?? []; }
        catch (JsonException exception) { throw new InvalidDataException($"{name[Resource.Length..]}: {exception.Message}"); }
    }
}
