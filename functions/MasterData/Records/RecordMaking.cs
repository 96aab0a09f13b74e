using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.MasterData.Records;

/// <summary>Makes the CRM's record of a source's: by the flow's mapping, with the records that it points to and with our key.</summary>
internal sealed class RecordMaking(Mapper mapper, MasterFlows flows, ZohoCrmOptions crmOptions)
{
    private const int LongestKey = 255;

    /// <summary>Makes one record.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="record">The record as its source shows it.</param>
    /// <param name="ids">The ids of what it points to.</param>
    /// <exception cref="FailureException">It cannot be mapped; the failure names each field.</exception>
    public MadeRecord Make(
        IMasterFlow flow, SourceRecord record, IReadOnlyDictionary<(string Flow, string Key), string> ids)
    {
        var notes = new StepNotes();
        var mapped = mapper.Map(flow.Mapping, record.Body, notes, flow.ContextOf(record));
        var key = flows.KeyOf(flow, record.Key);
        if (key.Length > LongestKey) throw new FailureException(TooLong(flow, key));
        var links = flow.LinksOf(record).ToLookup(link => ids.ContainsKey((link.Flow, link.Key)));
        using var document = JsonDocument.Parse(mapped);
        var body = LinkedBody.Write(
            document.RootElement, links[true].ToDictionary(link => link.Field, link => ids[(link.Flow, link.Key)], StringComparer.Ordinal),
            crmOptions.KeyField, key, record.Withheld);
        return new MadeRecord(record.Key, body, ContentMark.Of(body), notes.Mapping!, [.. links[false]])
        {
            CrmId = record.CrmId, Withheld = record.Withheld,
        };
    }

    private Failure TooLong(IMasterFlow flow, string key) => new(
        FailureClass.Validation, ZohoCrmOptions.Id, $"make a record of {flow.Module}", "key-too-long",
        $"The key {key[..40]}... has {key.Length} characters; {crmOptions.KeyField} holds {LongestKey}.", "Shorten the key in the source.")
    { Field = crmOptions.KeyField };
}
