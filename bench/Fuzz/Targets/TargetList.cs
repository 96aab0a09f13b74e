namespace Isthmus.Fuzz;

/// <summary>Everything that is fuzzed.</summary>
internal static class TargetList
{
    public static IReadOnlyList<Target> All() =>
    [
        new StripeSignatureTarget(), new ZohoSignatureTarget(), new CsvTarget(), new MappingDocumentTarget(), new MappedRecordTarget(),
        new FilterTarget(), new ConnectorTarget(), new StepTarget(), new WebhookTarget(), new OperatorTarget(),
    ];
}
