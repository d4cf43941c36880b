// SPDX-License-Identifier: Apache-2.0
package dev.clew.wildfly;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jboss.as.controller.PathAddress;
import org.jboss.as.controller.operations.common.Util;
import org.jboss.as.controller.parsing.ParseUtils;
import org.jboss.as.controller.persistence.SubsystemMarshallingContext;
import org.jboss.dmr.ModelNode;
import org.jboss.staxmapper.XMLElementReader;
import org.jboss.staxmapper.XMLElementWriter;
import org.jboss.staxmapper.XMLExtendedStreamReader;
import org.jboss.staxmapper.XMLExtendedStreamWriter;

/** The subsystem in {@code standalone.xml}: an empty element, there or not. */
final class SubsystemXml
    implements XMLElementReader<List<ModelNode>>, XMLElementWriter<SubsystemMarshallingContext> {

  static final String NAMESPACE = "urn:clew:subsystem:1.0";

  @Override
  public void readElement(XMLExtendedStreamReader reader, List<ModelNode> operations)
      throws XMLStreamException {
    ParseUtils.requireNoAttributes(reader);
    ParseUtils.requireNoContent(reader);
    operations.add(Util.createAddOperation(PathAddress.pathAddress(ClewSubsystem.PATH)));
  }

  @Override
  public void writeContent(XMLExtendedStreamWriter writer, SubsystemMarshallingContext context)
      throws XMLStreamException {
    context.startSubsystemElement(NAMESPACE, true);
  }
}
