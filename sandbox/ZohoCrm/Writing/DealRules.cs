using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>What a deal keeps to: its stage is one of its pipeline, probability and expected revenue follow.</summary>
internal static class DealRules
{
    public static void Check(Org org, CrmModule module, Draft draft, CrmRecord? stored)
    {
        if (module.ApiName != "Deals") return;
        var pipelineField = module.Field("Pipeline");
        if (stored is not null && !draft.Values.ContainsKey(pipelineField) && !draft.Values.ContainsKey(module.Field("Stage")))
            return;
        var pipeline = Pipeline(org, Sent(draft, pipelineField, stored));
        if (pipeline is null)
        {
            draft.Problems.Add(Problem.NotOneOf(
                "Pipeline", draft.PathOf("Pipeline"), org.Pipelines.Select(one => one.DisplayValue)));
            return;
        }
        draft.Values[pipelineField] = pipeline.DisplayValue;
        if (Sent(draft, module.Field("Stage"), stored) is not { } stage
            || pipeline.Stages.Any(one => one.ActualValue == stage)) return;
        draft.Problems.Add(org.Pipelines.Any(other => other.Stages.Any(one => one.ActualValue == stage))
            ? Mismatch(draft) : Problem.NotOneOf("Stage", draft.PathOf("Stage"), pipeline.Stages.Select(one => one.ActualValue)));
    }

    public static void Compute(Org org, CrmModule module, CrmRecord record, bool stageChanged)
    {
        if (module.ApiName == "Contacts")
            record[module.Field("Full_Name")] =
                $"{record.Text(module.Field("First_Name"))} {record.Text(module.Field("Last_Name"))}".Trim();
        if (module.ApiName != "Deals") return;
        var probability = module.Field("Probability");
        if (stageChanged || record[probability] is null)
            record[probability] = (decimal)(org.Pipelines.SelectMany(pipeline => pipeline.Stages)
                .FirstOrDefault(stage => stage.ActualValue == record.Text(module.Field("Stage")))?.Probability ?? 0);
        record[module.Field("Expected_Revenue")] = record[module.Field("Amount")] is decimal amount
            ? Math.Round(amount * (decimal)record[probability]! / 100, 2, MidpointRounding.AwayFromZero) : null;
    }

    private static string? Sent(Draft draft, CrmField field, CrmRecord? stored) =>
        draft.Values.TryGetValue(field, out var value) ? value as string : stored?.Text(field);

    private static Pipeline? Pipeline(Org org, string? name) => org.Pipelines.FirstOrDefault(pipeline =>
        name is null ? pipeline.IsDefault : pipeline.DisplayValue == name);

    private static Problem Mismatch(Draft draft) => new("DEPENDENT_MISMATCH", "the stage is not one of the pipeline", new()
    {
        ["api_name"] = "Stage",
        ["json_path"] = draft.PathOf("Stage"),
        ["dependee"] = new JsonObject { ["api_name"] = "Pipeline", ["json_path"] = draft.PathOf("Pipeline") },
    });
}
