namespace Isthmus.Connectors.Sage100;

public sealed partial class SageAgentClient : ISageRecords;
